# bash completion for channelbot. Load it with: source <(channelbot completions bash)
_channelbot() {
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$(channelbot "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _channelbot channelbot
