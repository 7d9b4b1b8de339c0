using ChannelBot.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
