using BenchmarkDotNet.Running;
using ChannelBot.Benchmarks;

// --quick [QUESTIONS.jsonl] times questions in this process, in a few seconds; anything else is BenchmarkDotNet's.
if (args is ["--quick", .. var files])
{
    await QuickTimes.PrintAsync(files);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuickTimes).Assembly).Run(args);
