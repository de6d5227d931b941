// Leaves the page, and so clears the screen, once whoever opened it is signed out, here or elsewhere.
(() => {
  const EVERY = 2500;
  let mine = null;
  let endsAt = Infinity;
  let left = false;

  const leave = () => {
    if (left) return;
    left = true;
    document.documentElement.hidden = true;
    const way = location.pathname + location.search;
    location.replace("/sign-in" + (way === "/" ? "" : "?next=" + encodeURIComponent(way)));
  };

  const look = async () => {
    try {
      const answer = await fetch("/signed-in", { cache: "no-store" });
      if (answer.status === 401) return leave();
      if (!answer.ok) return;
      const now = await answer.json();
      endsAt = Date.now() + now.seconds_left * 1000;
      if (mine !== null && mine !== now.session) return leave();
      mine = now.session;
    } catch {
      if (Date.now() > endsAt) leave();
    }
  };

  setInterval(look, EVERY);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", () => document.hidden || look());
})();
