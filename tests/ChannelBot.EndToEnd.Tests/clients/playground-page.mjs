// Looks at the bot in the Agents Playground's own page. Usage: node playground-page.mjs ADDRESS CHROMIUM
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { startPlayground } from './agents-playground.mjs';

const [address, program] = process.argv.slice(2);
const playground = await startPlayground(address);
const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
await page.goto(playground);

const say = async text => {
  const box = page.locator('[contenteditable=true]').first();
  await box.click();
  await box.pressSequentially(text);
  await page.keyboard.press('Enter');
};

await page.getByText('Hello. Ask me about').first().waitFor(); // the log panel says it too
await say('What share of this year’s arrivals came since the election?');
await page.getByText(/About 57%/).first().waitFor();
await page.getByRole('button', { name: 'Show working' }).click();
await page.getByText(/÷ .* × 100 =/).waitFor();

await page.getByRole('button', { name: 'Like', exact: true }).last().click();
await page.getByRole('dialog').locator('textarea, input, [contenteditable]').first().fill('Good.');
await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
await page.getByText('Thank you!').waitFor();
await page.getByRole('button', { name: 'Close' }).click();

// In a channel, where Teams shows less.
await page.getByRole('treeitem', { name: /Announcements/ }).click();
await page.getByText('Start a new post').waitFor();
await page.getByText('Hello. Ask me about').first().waitFor();
assert.equal(await page.getByText('Invalid message').count(), 0, 'the page understands what the bot says in a channel');

await browser.close();
process.exit(0);
