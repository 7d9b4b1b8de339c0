// Joins a session under a name; the same address is then the chat.
import { onSubmit, send } from './send.js';

onSubmit(document.getElementById('form'), async () => {
  await send(document.body.dataset.code, { name: document.getElementById('name').value });
  location.replace(document.body.dataset.code);
});
