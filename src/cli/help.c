/* help.c: usage, options and the man page, written from the tables of commands and options. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/help.h"

static const char exit_statuses[] = "0 done; 1 failed; 2 wrong use; 3 some input could not be read, the rest was done; "
                                    "4 nothing found; 130 interrupted.";

static void print_options(const rxc_opt *options, FILE *out)
{
    for (; options && options->name; options++) {
        char left[64], letter[8] = "    ";
        if (options->letter) snprintf(letter, sizeof letter, "-%c, ", options->letter);
        snprintf(left, sizeof left, "%s--%s%s%s", letter, options->name, options->value ? " " : "",
                 options->value ? options->value : "");
        fprintf(out, "  %-26s %s\n", left, options->help);
    }
}

rxc_status rxc_help_program(FILE *out)
{
    fputs("rxcite reads literature about medicines into one graph of documents, cited papers, drugs and reactions.\n\n"
          "usage: rxcite [OPTIONS] COMMAND [OPTIONS] [OPERANDS]\n\ncommands:\n", out);
    for (size_t i = 0; rxc_commands[i]; i++) fprintf(out, "  %-12s %s\n", rxc_commands[i]->name, rxc_commands[i]->help);
    fputs("\noptions of every command:\n", out);
    print_options(rxc_global_options, out);
    fputs("\nThe main job: rxcite build FOLDER -o RESULT, then open RESULT/report.html\n"
          "Help on a command: rxcite help COMMAND\n", out);
    return RXC_OK;
}

rxc_status rxc_help_command(const rxc_command *command, FILE *out)
{
    fprintf(out, "usage: rxcite %s [OPTIONS] %s\n\n%s\n", command->name, command->operands, command->about);
    if (command->options) fputs("\noptions:\n", out);
    print_options(command->options, out);
    fputs("\noptions of every command:\n", out);
    print_options(rxc_global_options, out);
    return RXC_OK;
}

/* Text of a man page: backslashes and leading dots mean something to roff. */
static void print_roff(const char *text, FILE *out)
{
    for (bool start = true; *text; start = *text++ == '\n') {
        if (start && (*text == '.' || *text == '\'')) fputs("\\&", out);
        if (*text == '\\') fputs("\\e", out);
        else if (*text == '-') fputs("\\-", out);
        else fputc(*text, out);
    }
}

static void print_man_options(const rxc_opt *options, FILE *out)
{
    for (; options && options->name; options++) {
        fputs(".TP\n", out);
        if (options->letter) fprintf(out, "\\fB\\-%c\\fR, ", options->letter);
        fputs("\\fB\\-\\-", out);
        print_roff(options->name, out);
        fputs("\\fR", out);
        if (options->value) fprintf(out, " \\fI%s\\fR", options->value);
        fputc('\n', out);
        print_roff(options->help, out);
        fputc('\n', out);
    }
}

static void print_man_command(const rxc_command *command, FILE *out)
{
    fprintf(out, ".SS rxcite %s ", command->name);
    print_roff(command->operands, out);
    fputs("\n.nf\n", out);
    print_roff(command->about, out);
    fputs("\n.fi\n", out);
    print_man_options(command->options, out);
}

rxc_status rxc_help_man(FILE *out)
{
    fprintf(out, ".TH RXCITE 1 \"\" \"rxcite %s\" \"User Commands\"\n", RXCITE_VERSION);
    fputs(
        ".SH NAME\nrxcite \\- one graph of reports, cited papers, drugs and reactions\n"
        ".SH SYNOPSIS\n.B rxcite\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIOPERANDS\\fR]\n"
        ".SH DESCRIPTION\nReads case reports, papers, saved web pages and medicine pages, and turns them into one graph of "
        "documents, cited papers, drugs and reactions that can be measured, drawn, searched and handed to other tools. Works "
        "offline.\n.SH COMMANDS\n",
        out);
    for (size_t i = 0; rxc_commands[i]; i++) print_man_command(rxc_commands[i], out);
    fputs(".SH OPTIONS OF EVERY COMMAND\n", out);
    print_man_options(rxc_global_options, out);
    fputs(
        ".SH ENVIRONMENT\n.TP\n.B RXCITE_LIBRARY\nthe library when \\-\\-library is not given\n"
        ".TP\n.B RXCITE_DATA\nthe folder with vocabularies and models\n.TP\n.B NO_COLOR\nno colours\n.SH EXIT STATUS\n",
        out);
    print_roff(exit_statuses, out);
    fputc('\n', out);
    return RXC_OK;
}
