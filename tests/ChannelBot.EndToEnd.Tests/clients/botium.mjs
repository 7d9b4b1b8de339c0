// A conversation scripted in Botium's own terms. Usage: node botium.mjs ADDRESS SECRET
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import botium from 'botium-core';

const [address, secret] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'botium-'));
const driver = new botium.BotDriver({
  PROJECTNAME: 'ChannelBot', CONTAINERMODE: 'directline3', DIRECTLINE3_SECRET: secret, DIRECTLINE3_WEBSOCKET: true,
  DIRECTLINE3_DOMAIN: new URL('v3/directline', address).href, DIRECTLINE3_ACTIVITY_TEMPLATE: '', WAITFORBOTTIMEOUT: 15000, TEMPDIR: work,
});
const container = await driver.Build();
await container.Start();
await container.UserSaysText('How many people arrived this year?');
for (let tries = 0; ; tries++) {
  assert.ok(tries < 4, 'no answer with a source');
  const answer = await container.WaitBotSays();
  if (/\[1\]/.test(answer.messageText)) break;
}
await container.Stop();
await container.Clean();
rmSync(work, { recursive: true, force: true });
process.exit(0);
