// What htmx cannot do: the key / comes to the box, an example fills it, it is emptied once its text
// is taken, and a server that does not answer is said so.
(() => {
  'use strict';
  const find = (id) => document.getElementById(id);
  const box = () => find('text');
  const ofBox = (event) => event.target.closest?.('#box') != null;

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing && box()) {
      event.preventDefault();
      box().focus();
    }
  });

  document.addEventListener('click', (event) => {
    const example = event.target.closest?.('[data-try]');
    if (example && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      box().value = example.dataset.try;
      box().focus();
    }
  });

  const sending = (on) => find('box')?.querySelector('.send').setAttribute('aria-disabled', String(on));

  let sent = '';
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (!ofBox(event)) return;
    sent = box().value;
    sending(true);
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    if (!ofBox(event)) return;
    sending(false);
    const problem = find('problem');
    const status = event.detail.xhr.status;
    if (status >= 200 && status < 300) {
      // the next sentence may be in it by now
      if (box().value === sent) box().value = '';
      problem.hidden = true;
      problem.textContent = '';
    }
    if (problem.hidden) box().removeAttribute('aria-invalid');
    else box().setAttribute('aria-invalid', 'true');
  });

  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.target.id !== 'understood') return;
    box().placeholder = find('box-label').dataset.hint;
    // the answer that was tapped is gone with its note: go on from the one that took its place
    if (document.activeElement === document.body) event.target.querySelector('.note')?.focus();
  });

  document.addEventListener('htmx:sendError', () => {
    const note = find('offline').content.cloneNode(true);
    find('status').textContent = note.querySelector('.means').textContent;
    find('understood').replaceChildren(note);
    box().focus();
  });
})();
