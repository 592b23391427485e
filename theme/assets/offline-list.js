/* The page "no network": which page was asked for, and which pages this device has saved. */
"use strict";

(() => {
  const root = new URL("..", document.currentScript.src);
  const list = document.getElementById("offline-saved");

  const again = () => {
    const from = new URLSearchParams(location.search).get("from");
    const asked = from && new URL(from, root);
    if (asked && asked.href.startsWith(root.href)) {
      const link = document.getElementById("offline-again");
      link.href = asked.href;
      link.hidden = false;
    }
  };

  const show = ({ path, title }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(path, root).href;
    link.textContent = title;
    item.append(link);
    list.append(item);
  };

  const fill = async () => {
    const registration = await navigator.serviceWorker.ready;
    const channel = new MessageChannel();
    channel.port1.onmessage = (answer) => {
      answer.data.forEach(show);
      document.getElementById("offline-none").hidden = answer.data.length > 0;
    };
    registration.active.postMessage({ wish: "list" }, [channel.port2]);
  };

  again();
  if (navigator.serviceWorker) {
    fill();
  }
})();
