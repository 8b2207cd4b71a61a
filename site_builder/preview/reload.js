// In every page of a preview: reloads it after a good build, and shows what stopped a failed one.
// Texts come from files under work, so they are only ever put in as text.
(() => {
  const here = new URL(document.currentScript.src);
  const shown = here.searchParams.get('build');
  const events = new EventSource(new URL('events', here));
  let overlay = null;

  events.addEventListener('message', (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== shown) {
      events.close();
      location.reload();
      return;
    }
    overlay?.remove();
    overlay = state.faults.length > 0 ? show(state.faults) : null;
  });
  addEventListener('pagehide', () => events.close());

  function show(faults) {
    const host = document.createElement('preview-faults');
    const root = host.attachShadow({ mode: 'open' });
    const style = element('link', '');
    style.rel = 'stylesheet';
    style.href = new URL('overlay.css', here);
    const panel = element('section', '');
    panel.setAttribute('role', 'alert');
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    const close = element('button', 'Hide');
    close.type = 'button';
    close.addEventListener('click', () => host.remove());
    const list = element('ol', '');
    list.append(...faults.map(describe));
    panel.append(element('h2', `The build stopped: ${count}`), close,
      element('p', 'Below is the last good site.'), list);
    root.append(style, panel);
    document.body.append(host);
    return host;
  }

  function describe(fault) {
    const item = document.createElement('li');
    if (fault.where) item.append(element('code', fault.where), ' ');
    item.append(element('strong', `${fault.severity}: ${fault.message}`));
    if (fault.hint) item.append(element('p', fault.hint));
    return item;
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }
})();
