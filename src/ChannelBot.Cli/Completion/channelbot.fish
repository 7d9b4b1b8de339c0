# fish completion for channelbot. Load it with: channelbot completions fish | source
complete -c channelbot -a '(channelbot "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
