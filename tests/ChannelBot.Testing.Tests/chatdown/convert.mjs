// Prints what Microsoft's chatdown makes of the .chat files that are named: { file: [activity, …] or { error } }.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const name = require.resolve('@microsoft/bf-chatdown');
const converted = {};
for (const file of process.argv.slice(2)) {
  // The module counts ids and the time from one file to the next: a new one for each begins anew.
  delete require.cache[name];
  const chatdown = require(name);
  try {
    converted[file] = await chatdown(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), { in: file, stamp: true });
  } catch (error) {
    converted[file] = { error: error.message };
  }
}

process.stdout.write(JSON.stringify(converted));
