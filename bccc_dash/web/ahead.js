// Fetches what the dashboard's first page needs, once the small page before it is drawn. AHEAD: rel -> addresses.
addEventListener("load", () => setTimeout(() => {
  for (const [rel, addresses] of Object.entries(AHEAD)) {
    for (const href of addresses) document.head.append(Object.assign(document.createElement("link"), { rel, href }));
  }
}, 100));
