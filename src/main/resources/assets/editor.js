// Turns the form of the query page into an editor with completion, and shows answers in place.
"use strict";
(async () => {
  const form = document.getElementById("editor");
  const area = document.getElementById("query");
  const result = document.getElementById("result");
  const Yasqe = window.Yasgui && window.Yasgui.Yasqe;
  const terms = await (await fetch(form.dataset.terms)).json();
  let editor = null;

  if (Yasqe) {
    Yasqe.defaults.autocompleters = [];
    const host = document.createElement("div");
    area.before(host);
    editor = new Yasqe(host, {
      value: area.value,
      persistenceId: null,
      showQueryButton: false,
      createShareableLink: null,
      resizeable: false,
      autocompleters: [],
    });
    area.hidden = true;
    editor.getInputField?.().setAttribute("aria-label", "SPARQL");
    editor.setSize?.(null, 340);
    const words = [
      ...Object.keys(terms.prefixes).map((prefix) => prefix + ":"),
      ...terms.classes.concat(terms.properties).map((iri) => {
        for (const [prefix, base] of Object.entries(terms.prefixes)) {
          if (iri.startsWith(base)) return prefix + ":" + iri.slice(base.length);
        }
        return "<" + iri + ">";
      }),
    ].sort();
    editor.addKeyMap({
      "Ctrl-Space": () => {
        const at = editor.getCursor();
        const line = editor.getLine(at.line).slice(0, at.ch);
        const start = line.search(/[\w:-]*$/);
        const typed = line.slice(start).toLowerCase();
        const list = words.filter((word) => word.toLowerCase().includes(typed)).slice(0, 40);
        editor.showHint({
          completeSingle: false,
          hint: () => ({ list, from: { line: at.line, ch: start }, to: at }),
        });
      },
      "Ctrl-Enter": () => form.requestSubmit(),
    });
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (editor) area.value = editor.getValue();
    const query = new URLSearchParams(new FormData(form));
    if (!query.get("view")) query.delete("view");
    history.replaceState(null, "", "?" + query);
    result.setAttribute("aria-busy", "true");
    const answer = await fetch(form.action + "?" + query + "&fragment=1");
    result.innerHTML = await answer.text();
    const share = document.createElement("p");
    const link = document.createElement("a");
    link.href = form.action + "?" + query;
    link.textContent = "Link to this answer";
    share.append(link);
    result.append(share);
    result.removeAttribute("aria-busy");
  });
})();
