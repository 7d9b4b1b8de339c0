# zsh completion for channelbot. Load it with: source <(channelbot completions zsh)
_channelbot() {
  local -a words_found
  words_found=("${(@f)$(channelbot "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
  compadd -- ${words_found:#}
  _files
}
compdef _channelbot channelbot
