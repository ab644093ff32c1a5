// Sorting and filtering of the band tables. The page is complete without it.
for (const section of document.querySelectorAll(".heat-section")) {
  const table = section.querySelector("table"), body = table.tBodies[0], rows = [...body.rows];
  const tools = section.querySelector(".tools"), status = document.createElement("p");
  const heads = [...table.querySelectorAll("thead th[data-column]")];
  const name = row => row.cells[0].textContent;
  let wanted = "", band = "", sorted = "by name";
  const say = () => {
    const shown = rows.filter(row => !row.hidden).length;
    status.textContent = `${shown} of ${rows.length} authorities, sorted ${sorted}`;
  };
  const filter = () => {
    for (const row of rows) {
      const words = [...row.querySelectorAll("th, .who")].map(cell => cell.textContent).join(" ").toLowerCase();
      row.hidden = !words.includes(wanted) || (band && !row.querySelector("td." + band));
    }
    say();
  };
  const sort = (head, column, falling) => {
    const key = row => {
      const cell = row.cells[column];
      return head.dataset.column === "name" ? cell.textContent : cell.dataset.rank ? Number(cell.dataset.rank) : Infinity;
    };
    const order = (a, b) => a === b ? 0 : a === Infinity ? 1 : b === Infinity ? -1 : (a < b) !== falling ? -1 : 1;
    rows.sort((a, b) => order(key(a), key(b)) || name(a).localeCompare(name(b)));
    body.append(...rows);
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    sorted = `by ${head.textContent.trim()}, ${falling ? "descending" : "ascending"}`;
    say();
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(head, column, head.getAttribute("aria-sort") === "ascending"));
  });
  heads[0].setAttribute("aria-sort", "ascending");
  const label = (text, control) => {
    const label = document.createElement("label");
    label.append(text + " ", control);
    tools.append(label);
  };
  const input = document.createElement("input");
  input.type = "search";
  input.addEventListener("input", () => { wanted = input.value.toLowerCase(); filter(); });
  label(table.querySelector("th.who + th.who") ? "Authority or region" : "Authority", input);
  const select = document.createElement("select");
  for (const [value, text] of [["", "any band"], ["A", "A anywhere"], ["B", "B anywhere"], ["C", "C anywhere"], ["D", "D anywhere"]]) {
    select.append(new Option(text, value));
  }
  select.addEventListener("change", () => { band = select.value; filter(); });
  label("With", select);
  status.setAttribute("role", "status");
  tools.append(status);
  tools.hidden = false;
  say();
}
