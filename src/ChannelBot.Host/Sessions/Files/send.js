// How the pages of sessions speak with their host.

/** Sends JSON. Where the host refuses, throws an error with the host's own words. */
export async function send(path, body) {
  let response;
  try {
    response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    throw new Error('The host cannot be reached. Try again in a moment.');
  }
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw Object.assign(new Error(answer?.error?.message ?? `The host answered ${response.status}.`), { status: response.status });
  }
  return answer;
}

/** Carries out a form when it is sent, and shows beside it why that failed. */
export function onSubmit(form, act) {
  const problem = form.querySelector('.problem');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    problem.textContent = '';
    try {
      await act();
    } catch (error) {
      problem.textContent = error.message;
      form.querySelector('input').focus();
    } finally {
      button.disabled = false;
    }
  });
}

/** An element with attributes and children; text is text, whoever wrote it. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}
