// Asks questions through the official client, each once acknowledged the next, and checks that every message and every answer is seen
// exactly once and in order. A message that could not be sent is sent again with the same id, as Web Chat does on "Send again".
// Usage: node directline.mjs ADDRESS websocket|polling COUNT
import assert from 'node:assert/strict';
import directLine from 'botframework-directlinejs';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';

const [address, transport, count] = process.argv.slice(2);
const { DirectLine } = directLine;
globalThis.XMLHttpRequest = XMLHttpRequest;
globalThis.WebSocket = transport === 'websocket' ? WebSocket : undefined;

const { token, userId } = await (await fetch(new URL('webchat/token', address), { method: 'POST' })).json();
const client = new DirectLine({
  domain: new URL('v3/directline', address).href, token, webSocket: transport === 'websocket', pollingInterval: 200, timeout: 2000,
});
client.getRetryDelay = () => 300; // rather than 3 to 15 seconds

const seen = [];
client.activity$.subscribe({
  next: activity => activity.type === 'message' && seen.push(activity),
  error: error => { console.error(error); process.exit(2); },
});

const until = async (what, condition) => {
  for (const start = Date.now(); !condition(); await new Promise(done => setTimeout(done, 20))) {
    assert.ok(Date.now() - start < 60_000, `waited in vain for ${what}; seen: ${JSON.stringify(seen.map(a => [a.id, a.text?.slice(0, 40)]), null, 1)}`);
  }
};
const send = activity => new Promise((done, fail) => client.postActivity(activity).subscribe(done, fail));
const acknowledge = async activity => {
  for (let tries = 0; tries < 100; tries++) {
    const id = await send(activity).catch(error => { console.error(String(error)); return 'retry'; });
    if (id !== 'retry') return id;
    await new Promise(done => setTimeout(done, 200));
  }
  assert.fail('the message was never taken');
};

await until('the welcome', () => seen.length > 0);
const ids = [];
for (let n = 1; n <= Number(count); n++) {
  const activity = {
    type: 'message', from: { id: userId }, text: `How many people arrived this year? (${n})`, channelData: { clientActivityID: `c${n}` },
  };
  ids.push(await acknowledge(activity));
  console.log(`acknowledged ${n}`);
}

const answers = () => seen.filter(activity => activity.from.role === 'bot' && activity.replyToId);
await until('all answers', () => answers().length >= ids.length);
await new Promise(done => setTimeout(done, 500)); // whatever comes twice comes now

const echoes = seen.filter(activity => activity.from.id === userId);
assert.deepEqual(echoes.map(activity => activity.id), ids, 'each message is echoed once, in order');
assert.deepEqual(echoes.map(activity => activity.channelData.clientActivityID), ids.map((_, i) => `c${i + 1}`), 'the echo keeps the client’s id');
assert.deepEqual(answers().map(activity => activity.replyToId), ids, 'each message is answered once, in order');
assert.ok(echoes.every(activity => activity.from.role === 'user'), 'the echo says that a user spoke');
assert.deepEqual(seen.map(activity => activity.id), [...new Set(seen.map(activity => activity.id))].sort(), 'ids grow and none comes twice');
assert.ok(seen.every((activity, i) => i === 0 || Date.parse(activity.timestamp) > Date.parse(seen[i - 1].timestamp)), 'times grow');
process.exit(0);
