// Goes to the session of a code.
import { onSubmit } from './send.js';

onSubmit(document.getElementById('form'), () => {
  const code = document.getElementById('code').value.replace(/[\s-]/g, '').toUpperCase();
  if (!code) {
    throw new Error('Type the code first.');
  }
  location.assign(`${document.body.dataset.root}join/${encodeURIComponent(code)}`);
});
