"""One file a rule, named by code and meaning; its docstring is the manual page. `checks.registry` lists them."""
