// Fetches Microsoft's Web Chat from the npm registry, one package of it all, checks it against the hash below, and leaves its
// bundle compressed. Usage: node fetch-webchat.mjs FOLDER (the build runs it; see ChannelBot.Host.csproj)
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

// A new version: change both; `npm view botframework-webchat@VERSION dist.integrity` prints the hash.
const version = '4.18.1';
const integrity = 'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';

const fail = message => {
  console.error(`Web Chat: ${message}`);
  process.exit(1);
};

const folder = process.argv[2] ?? fail('say the folder to write to.');
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(folder, 'download-'));
try {
  try {
    execSync(`npm pack botframework-webchat@${version} --silent --pack-destination "${work}"`, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    fail(`npm could not fetch botframework-webchat ${version}: ${String(error.stderr ?? error.message).trim()}`);
  }

  const archive = readFileSync(join(work, readdirSync(work)[0]));
  const found = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  if (found !== integrity) {
    fail(`what npm fetched is not what was reviewed: ${found} instead of ${integrity}.`);
  }

  const tar = gunzipSync(archive);
  const bundle = fileIn(tar, 'package/dist/webchat.js');
  writeFileSync(join(folder, 'webchat.js.LICENSE.txt'), fileIn(tar, 'package/dist/webchat.js.LICENSE.txt'));
  writeFileSync(join(folder, 'webchat.js.gz'), gzipSync(bundle, { level: 9 }));
  writeFileSync(join(folder, 'webchat.js.br'), brotliCompressSync(bundle, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bundle.length },
  }));
} finally {
  rmSync(work, { recursive: true, force: true });
}

// A tar is blocks of 512 bytes: a header with the name at 0 and the size in octal at 124, then the file.
function fileIn(tar, path) {
  for (let at = 0; at < tar.length;) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name === path) {
      return tar.subarray(at + 512, at + 512 + size);
    }

    at += 512 + Math.ceil(size / 512) * 512;
  }

  return fail(`there is no ${path} in the package.`);
}
