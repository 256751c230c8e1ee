(() => {
  "use strict";
  const panels = document.querySelector(".panels"), source = document.getElementById("points");
  if (!panels || !source) return;
  document.documentElement.classList.add("live");

  // The layout of the bytes is that of PointData.
  const text = atob(source.textContent.trim()), bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const n = +panels.dataset.count, states = panels.dataset.states.split("\t"), symbols = panels.dataset.symbols.split("\t");
  const [left, right, bottom, top] = panels.dataset.frame.split(" ").map(Number), [largest, smallest] = panels.dataset.radii.split(" ").map(Number);
  const places = [0, 1, 2].map(k => new Uint16Array(bytes.buffer, 4 * n * k, 2 * n));
  const colours = bytes.subarray(12 * n, 15 * n), sizes = bytes.subarray(15 * n, 16 * n);
  const steps = bytes.subarray(16 * n, 17 * n), last = new Uint16Array(bytes.buffer.slice(17 * n, 19 * n));
  const beliefs = panels.dataset.beliefs === "1"
    ? [0, 1].map(k => new Uint16Array(bytes.buffer.slice(19 * n + 2 * k * n * states.length, 19 * n + 2 * (k + 1) * n * states.length))) : null;
  const parents = new Int32Array(n);
  for (let i = 0, parent = 0; i < n; i++) parents[i] = (parent += steps[i]) - 1;

  const planes = [...panels.querySelectorAll(".plane")], rings = planes.map(p => p.querySelector(".ring"));
  const readout = document.querySelector(".readout"), hint = readout.innerHTML;

  // Anti-aliased discs laid over each other, premultiplied; hundreds of thousands of points in a fraction of a second.
  function draw(plane, place) {
    const canvas = plane.querySelector("canvas"), ratio = window.devicePixelRatio || 1;
    const w = canvas.width = Math.round(plane.clientWidth * ratio), h = canvas.height = Math.round(plane.clientHeight * ratio);
    if (!w || !h) return;
    const layer = new Float32Array(4 * w * h), least = smallest * w;
    for (let i = 0; i < n; i++) {
      const x = place[2 * i] / 65535 * w, y = place[2 * i + 1] / 65535 * h, wanted = largest * w * sizes[i] / 255, r = Math.max(wanted, least);
      const alpha = wanted >= least ? 0.85 : 0.4 + 0.45 * wanted / least;
      const x0 = Math.max(0, Math.floor(x - r - 1)), x1 = Math.min(w - 1, Math.ceil(x + r + 1));
      const y0 = Math.max(0, Math.floor(y - r - 1)), y1 = Math.min(h - 1, Math.ceil(y + r + 1));
      for (let row = y0; row <= y1; row++) for (let column = x0; column <= x1; column++) {
        const dx = column + 0.5 - x, dy = row + 0.5 - y, inside = r + 0.5 - Math.sqrt(dx * dx + dy * dy);
        if (inside <= 0) continue;
        const a = alpha * Math.min(1, inside), at = 4 * (row * w + column);
        for (let c = 0; c < 3; c++) layer[at + c] += a * (colours[3 * i + c] - layer[at + c]);
        layer[at + 3] += a * (1 - layer[at + 3]);
      }
    }
    const image = new ImageData(w, h), out = image.data;
    for (let at = 0; at < layer.length; at += 4) {
      const a = layer[at + 3];
      if (a > 0) {
        for (let c = 0; c < 3; c++) out[at + c] = layer[at + c] / a;
        out[at + 3] = 255 * a;
      }
    }
    canvas.getContext("2d").putImageData(image, 0, 0);
  }

  function belief(panel, i) {
    if (states.length === 3) {
      const x = left + places[panel][2 * i] / 65535 * (right - left), y = top - places[panel][2 * i + 1] / 65535 * (top - bottom);
      const c = y / (Math.sqrt(3) / 2), b = x - c / 2;
      return [1 - b - c, b, c];
    }
    if (states.length === 2) {
      const b = left + places[panel][2 * i] / 65535 * (right - left);
      return [1 - b, b];
    }
    return beliefs && panel !== 1 ? states.map((_, s) => beliefs[panel ? 1 : 0][i * states.length + s] / 65535 * 2 - 0.5) : null;
  }

  function word(i) {
    const tokens = [];
    for (; i >= 0; i = parents[i]) tokens.unshift(symbols[last[i]]);
    return tokens.join(" ");
  }

  const numbers = b => b.map((p, s) => states[s] + " " + (Math.abs(p) < 0.0005 ? 0 : p).toFixed(3).replace("-", "\u2212")).join("  ");

  function show(i) {
    planes.forEach((plane, k) => {
      rings[k].style.display = "block";
      rings[k].style.left = places[k][2 * i] / 655.35 + "%";
      rings[k].style.top = places[k][2 * i + 1] / 655.35 + "%";
    });
    readout.textContent = "";
    const dot = document.createElement("i"), name = document.createElement("b");
    dot.style.background = "rgb(" + colours.subarray(3 * i, 3 * i + 3).join(",") + ")";
    name.textContent = word(i);
    const p = Math.pow(sizes[i] / 255, 4);
    readout.append(dot, name, " \u00a0 P \u2248 " + (p >= 0.001 ? p.toFixed(3) : p.toExponential(0)));
    const theory = belief(0, i), trained = belief(2, i);
    if (theory) readout.append(document.createElement("br"), "belief " + numbers(theory) + (trained ? " \u00a0\u00b7\u00a0 decoded " + numbers(trained) : ""));
  }

  function hide() {
    rings.forEach(ring => { ring.style.display = "none"; });
    readout.innerHTML = hint;
  }

  planes.forEach((plane, k) => {
    plane.addEventListener("pointermove", event => {
      const box = plane.getBoundingClientRect(), x = (event.clientX - box.left) / box.width * 65535, y = (event.clientY - box.top) / box.height * 65535;
      const tall = box.height / box.width;
      let best = -1, distance = Math.pow(16 / box.width * 65535, 2);
      for (let i = 0; i < n; i++) {
        const dx = places[k][2 * i] - x, dy = (places[k][2 * i + 1] - y) * tall, d = dx * dx + dy * dy;
        if (d < distance) { distance = d; best = i; }
      }
      if (best >= 0) show(best); else hide();
    });
    plane.addEventListener("pointerleave", hide);
  });

  const redraw = () => planes.forEach((plane, k) => draw(plane, places[k]));
  let timer = 0;
  window.addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(redraw, 120); });
  redraw();
})();
