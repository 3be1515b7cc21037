# What this script needs of the package bash-completion, for shells without it.

# The words up to the cursor, set apart by spaces alone.
__embudo_words()
{
    if declare -F _get_comp_words_by_ref >/dev/null 2>&1; then
        _get_comp_words_by_ref "$@"
        return
    fi
    local line=${COMP_LINE:0:COMP_POINT}
    read -ra words <<<"$line"
    if [[ $line == *[[:space:]] ]]; then
        words+=("")
    fi
    cword=$((${#words[@]} - 1))
    cur=${words[cword]}
    prev=
    if ((cword > 0)); then
        prev=${words[cword - 1]}
    fi
}

# The files whose endings are listed, yaml|yml, and the folders that they may be
# in; folders alone with -d.
__embudo_filedir()
{
    if declare -F _filedir >/dev/null 2>&1; then
        _filedir "$@"
        return
    fi
    local file
    if [[ $(type -t compopt) == builtin ]]; then
        compopt -o filenames
    fi
    while IFS='' read -r file; do
        if [[ -d $file ]] || [[ ${1-} != -d && (-z ${1-} || "|$1|" == *"|${file##*.}|"*) ]]; then
            COMPREPLY+=("$file")
        fi
    done < <(compgen -f -- "$cur")
}
