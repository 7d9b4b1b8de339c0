// Talks to the bot through the Agents Playground as the Playground's page does: its HTTP routes to speak, its sockets to listen.
// Usage: node playground.mjs ADDRESS personal|group|channel
import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { startPlayground } from './agents-playground.mjs';

const [address, chat] = process.argv.slice(2);
const playground = await startPlayground(address);
const call = async (method, path, body) => {
  const response = await fetch(playground + path, {
    method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body),
  });
  const text = await response.text();
  assert.equal(response.status, 200, `${path} answered ${response.status}: ${text}`);
  return text && JSON.parse(text);
};

// What the bot says, as the page gets it, and every exchange with the bot, as the log panel gets it.
const said = [];
const exchanges = [];
const listen = (path, take) => new Promise(done => {
  const socket = new WebSocket(playground.replace('http', 'ws') + path);
  socket.on('message', data => take(JSON.parse(data)));
  socket.on('open', done);
});
await listen('/_ws_conversation/v1/conversations/stream', event => event.action === 'createMessage' && said.push({ in: event.actionConversationId, ...event.message }));
await listen('/_ws/log/stream', ({ log }) => log?.type === 'bot' && exchanges.push(log));

const until = async (what, find) => {
  for (const start = Date.now(); ; await new Promise(done => setTimeout(done, 20))) {
    const found = find();
    if (found) return found;
    assert.ok(Date.now() - start < 60_000, `waited in vain for ${what}; said: ${JSON.stringify(said, null, 1)}; exchanges: ${JSON.stringify(exchanges, null, 1)}`);
  }
};

const { config } = await call('GET', '/_internal/v1/config');
const user = config.currentUser.id;
const mention = `<at>${config.bot.name}</at>`;
const conversation = { personal: config.personalChat.id, group: config.groupChats[0].id, channel: config.teams[0].channels[1].id }[chat];

await call('POST', `/_debug/conversation/${conversation}/installation`, {});
const welcome = await until('the welcome', () => said.find(message => /^Hello/.test(message.text)));

const isPersonal = chat === 'personal';
const ask = async (text, where = conversation) => {
  const before = said.length;
  const { postConversationId } = await call('POST', `/_conversation/v1/conversations/${encodeURIComponent(where)}/messages`, {
    text: isPersonal ? text : `${mention} ${text}`, textFormat: 'plain', from: { id: user },
    mentions: isPersonal ? [] : [{ mentioned: { id: config.bot.id }, text: mention }],
  });
  const answer = await until(`an answer to "${text}"`, () => said.slice(before).find(message => message.text));
  // In a channel a question begins a thread, and its answer stands in that.
  assert.equal(answer.in, postConversationId ?? where, 'the answer is in the conversation of the question');
  return answer;
};

const answer = await ask('What share of this year’s arrivals came since the election?');
assert.match(answer.text, /57%.*\[1\]/, 'the answer cites a sentence');
assert.ok(answer.aiEntity.citation.every(({ position, appearance }) => position > 0 && appearance.name && appearance.abstract), 'each citation shows its sentence');
assert.equal(answer.aiEntity.additionalType, undefined, 'no text of a language model, no label');
assert.equal(answer.feedbackLoopEnabled, true, 'thumbs are offered');
const card = await until('the working', () => said.find(message => message.attachments?.some(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')));
assert.match(JSON.stringify(card), /Show working/);

assert.match((await ask('sources', answer.in)).text, /“.+” \[1\]/s, isPersonal ? 'a command is obeyed' : 'a command behind the bot’s name is obeyed');

// Teams has no suggested actions outside personal chats; in a channel the Playground shows such a message as "Invalid message".
const offers = said.filter(message => message.suggestedActions?.actions?.length > 0);
assert.equal(offers.includes(welcome), isPersonal);
assert.equal(offers.length > 0, isPersonal, `suggested actions: ${JSON.stringify(offers)}`);

if (isPersonal) {
  const vote = { actionName: 'feedback', actionValue: { reaction: 'like', feedback: 'Good.' } };
  assert.deepEqual(
    await call('POST', '/_conversation/v1/invoke', { name: 'message/submitAction', from: { id: user }, conversation: { id: conversation }, value: vote }), {});
}

assert.equal(said.filter(message => /^Hello/.test(message.text)).length, 1, 'one welcome');
await until('the log of the bot’s last message', () => exchanges.filter(({ from, activityName }) => from === 'User Application' && activityName === 'message').length >= 3);
const refused = exchanges.filter(({ response }) => response.statusCode < 200 || response.statusCode > 299);
assert.deepEqual(refused, [], 'the Playground and the bot take whatever the other sends');
process.exit(0);
