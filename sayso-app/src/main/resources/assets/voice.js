// Speaking in place of typing: records until the button is tapped again, and sends a WAV file by the
// form that takes recordings. Without a microphone, or without a page that browsers trust, that form
// stays what there is.
(() => {
  'use strict';
  const RATE = 16000;
  const LONGEST = 60;
  const recorder = document.currentScript.dataset.recorder;
  const find = (id) => document.getElementById(id);
  if (!window.AudioWorkletNode || !navigator.mediaDevices?.getUserMedia) return;

  let now = null;

  const show = () => {
    const button = find('speak');
    if (!button) return;
    button.hidden = false;
    find('recording').hidden = true;
  };

  const tell = (text) => {
    const problem = find('problem');
    problem.hidden = text === '';
    problem.textContent = text;
  };

  const press = (on) => {
    const button = find('speak');
    button.dataset.start ??= button.getAttribute('aria-label');
    button.setAttribute('aria-pressed', String(on));
    button.setAttribute('aria-label', on ? button.dataset.stop : button.dataset.start);
    find('text').placeholder = on ? button.dataset.listening : find('box-label').dataset.hint;
    find('status').textContent = on ? button.dataset.listening : '';
  };

  const start = async () => {
    tell('');
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch {
      tell(find('speak').dataset.blocked);
      return;
    }
    const context = new AudioContext({ sampleRate: RATE });
    await context.audioWorklet.addModule(recorder);
    const node = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0 });
    const blocks = [];
    node.port.onmessage = (event) => blocks.push(event.data);
    context.createMediaStreamSource(stream).connect(node);
    now = { stream, context, blocks, limit: setTimeout(stop, LONGEST * 1000 - 500) };
    press(true);
  };

  const stop = () => {
    if (!now) return;
    const { stream, context, blocks, limit } = now;
    now = null;
    clearTimeout(limit);
    stream.getTracks().forEach((track) => track.stop());
    context.close();
    press(false);
    find('status').textContent = find('speak').dataset.hearing;
    const files = new DataTransfer();
    files.items.add(new File([wav(blocks)], 'spoken.wav', { type: 'audio/wav' }));
    const form = find('recording');
    form.elements.audio.files = files.files;
    form.elements.key.value = crypto.randomUUID();
    form.requestSubmit();
  };

  const wav = (blocks) => {
    const count = blocks.reduce((sum, block) => sum + block.length, 0);
    const view = new DataView(new ArrayBuffer(44 + 2 * count));
    const text = (at, letters) => [...letters].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
    text(0, 'RIFF');
    view.setUint32(4, 36 + 2 * count, true);
    text(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, 2 * RATE, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    text(36, 'data');
    view.setUint32(40, 2 * count, true);
    let at = 44;
    for (const block of blocks) {
      for (const sample of block) {
        view.setInt16(at, Math.max(-1, Math.min(1, sample)) * 32767, true);
        at += 2;
      }
    }
    return view.buffer;
  };

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('#speak')) (now ? stop : start)();
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.target.closest?.('#recording') && event.detail.successful) tell('');
  });

  // heard, and not well enough: the words are there to be put right
  document.addEventListener('heard', (event) => {
    find('text').value = event.detail.text;
    find('text').focus();
  });

  show();
})();
