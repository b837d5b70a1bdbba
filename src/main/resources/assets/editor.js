// Turns the form of the query page into an editor with completion, and shows answers in place.
"use strict";
(async () => {
  const form = document.getElementById("editor");
  const area = document.getElementById("query");
  const result = document.getElementById("result");
  const Yasqe = window.Yasgui && window.Yasgui.Yasqe;
  const { prefixes, terms } = await (await fetch(form.dataset.terms)).json();
  let editor = null;

  const short = (iri) => {
    for (const [prefix, base] of Object.entries(prefixes)) {
      if (iri.startsWith(base) && /^[\w-]+$/.test(iri.slice(base.length))) {
        return prefix + ":" + iri.slice(base.length);
      }
    }
    return "<" + iri + ">";
  };
  const words = terms.map((term) => ({ text: short(term.iri), label: term.label, kind: term.kind }));

  // What fits what is typed: variables of the query, prefixes, terms by their name or their label.
  const fitting = (typed) => {
    const start = typed.toLowerCase();
    if (start.startsWith("?")) {
      const used = new Set(editor.getValue().match(/\?\w+/g) || []);
      return [...used].filter((name) => name !== typed && name.toLowerCase().startsWith(start)).map((text) => ({ text }));
    }
    const local = start.slice(start.indexOf(":") + 1);
    const rank = (word) => {
      const text = word.text.toLowerCase();
      if (text.startsWith(start)) return 0;
      if (start.includes(":")) return text.startsWith(start.split(":")[0] + ":") && text.includes(local) ? 1 : 9;
      if (text.slice(text.indexOf(":") + 1).startsWith(start)) return 2;
      return word.label.toLowerCase().includes(start) ? 3 : text.includes(start) ? 4 : 9;
    };
    const names = Object.keys(prefixes).map((prefix) => ({ text: prefix + ":", label: prefixes[prefix], kind: "prefix" }));
    return names.filter((name) => name.text.startsWith(start) && name.text !== start)
      .concat(words.map((word) => [rank(word), word]).filter(([r]) => r < 9).sort((a, b) => a[0] - b[0] || (a[1].text < b[1].text ? -1 : 1)).map(([, word]) => word))
      .slice(0, 40);
  };

  // A prefix that a chosen term needs and the query lacks is declared above it.
  const declare = (text) => {
    const prefix = text.split(":")[0];
    if (prefixes[prefix] && !new RegExp("^\\s*prefix\\s+" + prefix + "\\s*:", "im").test(editor.getValue())) {
      editor.replaceRange("PREFIX " + prefix + ": <" + prefixes[prefix] + ">\n", { line: 0, ch: 0 });
    }
  };

  const complete = () => {
    const at = editor.getCursor();
    const line = editor.getLine(at.line).slice(0, at.ch);
    const start = line.search(/[?\w:-]*$/);
    const typed = line.slice(start);
    const within = editor.getTokenTypeAt(at) || "";
    if (/comment|string(?!-2)/.test(within) || typed.length < 2 || /^[A-Z]+$/.test(typed)) return;
    const list = fitting(typed);
    if (!list.length) return;
    editor.showHint({
      completeSingle: false,
      closeCharacters: /[\s()[\]{};.,>]/,
      hint: () => ({
        from: { line: at.line, ch: start },
        to: at,
        list: list.map((word) => ({
          text: word.text,
          displayText: word.text + (word.label ? "  " + word.label + ", " + word.kind : ""),
          hint: (cm, data, choice) => {
            cm.replaceRange(choice.text, data.from, cm.getCursor());
            declare(choice.text);
          },
        })),
      }),
    });
  };

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
    document.querySelector("label[for=query]").addEventListener("click", () => editor.focus());
    editor.getInputField?.().setAttribute("aria-label", "SPARQL");
    editor.setSize?.(null, 340);
    editor.addKeyMap({ "Ctrl-Space": complete, "Ctrl-Enter": () => form.requestSubmit() });
    editor.on("inputRead", (cm, change) => {
      // Once the letter is in: the editor is still at work on it here.
      if (change.origin !== "paste" && /[\w:?]$/.test(change.text[0])) setTimeout(complete);
    });
  }

  const run = async (query) => {
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action + "?" + query + "&fragment=1");
      result.innerHTML = await answer.text();
      const share = document.createElement("p");
      const link = document.createElement("a");
      link.href = form.action + "?" + query;
      link.textContent = "Link to this answer";
      share.append(link);
      result.append(share);
    } catch (error) {
      result.textContent = "The server could not be reached. Try again.";
    }
    result.removeAttribute("aria-busy");
  };
  const asked = () => {
    if (editor) area.value = editor.getValue();
    const query = new URLSearchParams(new FormData(form));
    if (!query.get("view")) query.delete("view");
    return query;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = asked();
    history.pushState(null, "", "?" + query);
    run(query);
  });
  result.addEventListener("click", (event) => {
    const view = event.target.closest(".views a");
    if (!view) return;
    event.preventDefault();
    form.elements.view.value = new URL(view.href).searchParams.get("view");
    form.requestSubmit();
  });
  const restore = () => {
    const query = new URLSearchParams(location.search);
    if (!query.get("query")) return result.replaceChildren();
    form.elements.view.value = query.get("view") || "";
    if (editor && editor.getValue() !== query.get("query")) editor.setValue(query.get("query"));
    run(asked());
  };
  addEventListener("popstate", restore);
  restore();
})();
