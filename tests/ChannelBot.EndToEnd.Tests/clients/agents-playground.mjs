// The Microsoft 365 Agents Playground, a local Teams: started without a browser and without a way to other machines.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);

/** Starts it for the bot at an address, and gives its own address once it listens. */
export async function startPlayground(bot) {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  const program = join(dirname(require.resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
  const child = spawn(
    process.execPath,
    ['-r', require.resolve('./loopback.cjs'), program, 'start', '-e', new URL('api/messages', bot).href, '-c', 'msteams', '-p', '0', '--disable-telemetry'],
    { cwd: folder, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'log') }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  process.on('exit', () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /Listening on (\d+)/.exec(line) ?? [];
    if (port) return `http://127.0.0.1:${port}`;
  }
  throw new Error('The Agents Playground ended at once.');
}
