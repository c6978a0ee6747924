/* cmd_completion.c: rxcite completion: completion scripts for shells, from the tables. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"

static void bash_options(const rxc_opt *options)
{
    for (; options && options->name; options++) printf(" --%s", options->name);
}

static rxc_status bash(void)
{
    fputs(
        "_rxcite() {\n    local command= word i\n    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n    done\n    case $command in\n",
        stdout);
    for (size_t i = 0; rxc_commands[i]; i++) {
        printf("    %s) word='", rxc_commands[i]->name);
        bash_options(rxc_commands[i]->options);
        bash_options(rxc_global_options);
        fputs("' ;;\n", stdout);
    }
    fputs("    *) word='", stdout);
    for (size_t i = 0; rxc_commands[i]; i++) printf(" %s", rxc_commands[i]->name);
    bash_options(rxc_global_options);
    fputs("' ;;\n    esac\n    COMPREPLY=($(compgen -W \"$word\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
          "complete -o default -F _rxcite rxcite\n", stdout);
    return RXC_OK;
}

static rxc_status zsh(void)
{
    fputs("#compdef rxcite\nautoload -Uz bashcompinit && bashcompinit\n", stdout);
    return bash();
}

/* Single quotes in help texts would end fish's strings. */
static void fish_text(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'') putchar('\\');
        putchar(*text);
    }
}

static void fish_options(const rxc_opt *options, const char *command)
{
    for (; options && options->name; options++) {
        printf("complete -c rxcite");
        if (command) printf(" -n '__fish_seen_subcommand_from %s'", command);
        printf(" -l %s", options->name);
        if (options->letter) printf(" -s %c", options->letter);
        printf("%s -d '", options->kind == RXC_OPT_FLAG ? "" : " -r");
        fish_text(options->help);
        puts("'");
    }
}

static rxc_status fish(void)
{
    for (size_t i = 0; rxc_commands[i]; i++) {
        printf("complete -c rxcite -n __fish_use_subcommand -a %s -d '", rxc_commands[i]->name);
        fish_text(rxc_commands[i]->help);
        puts("'");
        fish_options(rxc_commands[i]->options, rxc_commands[i]->name);
    }
    fish_options(rxc_global_options, NULL);
    return RXC_OK;
}

static rxc_status run(rxc_cli *cli, void *settings, rxc_err *err)
{
    (void)settings;
    Str shell = str_from(cli->operands.v[0]);
    if (str_eq(shell, S("bash"))) return bash();
    if (str_eq(shell, S("zsh"))) return zsh();
    if (str_eq(shell, S("fish"))) return fish();
    return rxc_err_set(err, RXC_USAGE, "completion knows bash, zsh and fish, not \"%s\"", cli->operands.v[0]);
}

const rxc_command rxc_command_completion = {
    .name = "completion",
    .operands = "bash|zsh|fish",
    .help = "a completion script for a shell",
    .about =
        "Writes a script to standard output. For bash: rxcite completion bash > ~/.local/share/bash-completion/completions/rxcite",
    .least = 1,
    .most = 1,
    .run = run,
};
