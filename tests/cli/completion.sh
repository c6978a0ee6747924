# completion: what the shells get is a program they can read, and names every command
rxcite completion bash >bash
bash -n bash
for command in $(rxcite help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    grep -qw "$command" bash || echo "$command is missing"
done
tell rxcite completion powershell
