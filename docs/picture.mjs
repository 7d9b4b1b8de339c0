// Draws docs/terminal.svg: runs the program and shows what it printed. Usage: node docs/picture.mjs (after a Release build)
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = `${root}src/ChannelBot.Cli/bin/Release/net10.0/channelbot`;
const questions = ['How many people arrived this year?', "What share of this year's arrivals came since the election?"];
const width = 92;

const wrap = line => {
  const rows = [];
  const indent = /^ *(\S+ )?/.exec(line)[0].startsWith(' ') ? '      ' : '';
  while (line.length > width) {
    const cut = Math.max(line.lastIndexOf(' ', width), 1);
    rows.push(line.slice(0, cut));
    line = indent + line.slice(cut).trimStart();
  }
  return [...rows, line];
};

const rows = questions.flatMap(question => [
  { text: `$ channelbot ask "${question}"`, prompt: true },
  ...execFileSync(program, ['ask', question], { encoding: 'utf8' }).trimEnd().split('\n').flatMap(wrap).map(text => ({ text })),
  { text: '' },
]).slice(0, -1);

const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const [lineHeight, pad, letter] = [20, 18, 8.43];
const height = rows.length * lineHeight + 2 * pad;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width * letter) + 2 * pad}" height="${height}" role="img" aria-label="A terminal with questions and answers">
<rect width="100%" height="100%" rx="8" fill="#1d1f23"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${rows.map(({ text, prompt }, i) => `<text x="${pad}" y="${pad + 14 + i * lineHeight}" fill="${prompt ? '#7fd6c2' : '#e4e4e2'}">${escape(text)}</text>`).join('\n')}
</g>
</svg>
`;
writeFileSync(new URL('terminal.svg', import.meta.url), svg);
