// Suggestions while one writes, and keys on the timeline. Every page works without this.
"use strict";
(() => {
  const root = document.body.dataset.root || "";
  const kept = new URLSearchParams(location.search);

  const suggest = (input, number) => {
    const list = document.createElement("ul");
    list.className = "suggest";
    list.id = "suggest-" + number;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    let timer = 0;
    let chosen = -1;
    let found = [];

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const choose = (index) => {
      chosen = index;
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
      if (index >= 0) input.setAttribute("aria-activedescendant", list.children[index].id);
    };
    const show = (results) => {
      found = results;
      list.replaceChildren(...results.map((result, i) => {
        const item = document.createElement("li");
        item.id = list.id + "-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = result.name + " ";
        const kind = document.createElement("span");
        kind.className = "quiet";
        kind.textContent = [result.kind, result.when, result.as, result.fit].filter(Boolean).join(" · ");
        item.append(kind);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          location.assign(result.href);
        });
        return item;
      }));
      chosen = -1;
      list.hidden = results.length === 0;
      input.setAttribute("aria-expanded", String(results.length > 0));
    };
    input.addEventListener("input", () => {
      clearTimeout(timer);
      const text = input.value.trim();
      if (!text) return close();
      timer = setTimeout(async () => {
        const query = new URLSearchParams({ q: text });
        for (const name of ["asof", "lang"]) if (kept.get(name)) query.set(name, kept.get(name));
        const answer = await fetch(root + "/search/suggestions?" + query);
        if (answer.ok && input.value.trim() === text) show(await answer.json());
      }, 120);
    });
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose((chosen + step + found.length) % found.length);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        location.assign(found[chosen].href);
      } else if (event.key === "Escape") {
        close();
      }
    });
    input.addEventListener("blur", close);
  };
  document.querySelectorAll("input[type=search]").forEach(suggest);

  const moves = document.querySelector("[data-keys=timeline]");
  if (moves) {
    const [earlier, later, zoomIn, zoomOut, everything] = moves.querySelectorAll("a");
    const keys = { "[": earlier, "]": later, "+": zoomIn, "=": zoomIn, "-": zoomOut, "0": everything };
    document.addEventListener("keydown", (event) => {
      const link = keys[event.key];
      const writing = event.target.closest("input, select, textarea");
      if (link && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) link.click();
    });
    for (const [key, link] of Object.entries(keys)) link.title = "Key " + key;
  }

  // Cards are left out while one writes, as the server leaves them out when the form is sent.
  const cards = document.querySelector("[data-filter]");
  const words = cards && document.querySelector(`form.filters input[name=${cards.dataset.filter}]`);
  if (words) {
    const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const groups = [...cards.children].map((group) => {
      const subject = plain(group.querySelector("h2").textContent);
      const link = document.querySelector(`.toc a[href="#${group.id}"]`);
      return [group, link, [...group.querySelectorAll(".card")].map((card) => [card, subject + " " + plain(card.textContent)])];
    });
    words.addEventListener("input", () => {
      const wanted = plain(words.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [group, link, all] of groups) {
        const fitting = all.filter(([card, text]) => !(card.hidden = !wanted.every((word) => text.includes(word)))).length;
        group.hidden = fitting === 0;
        if (link) link.parentElement.hidden = fitting === 0;
        shown += fitting;
      }
      document.getElementById("filtered").textContent = shown === 0 ? "No question has these words." : shown === 1 ? "1 question" : shown + " questions";
    });
  }

  // A passage or section that the address names is opened if it lies in something closed.
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  addEventListener("hashchange", open);
  open();

  // On paper nothing can be opened, so what proves a sentence is opened before.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.evidence:not([open]), details.cite:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
})();
