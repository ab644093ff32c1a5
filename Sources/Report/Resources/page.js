// Finding in lists, sorting and filtering of tables. Pages are complete without it.
const control = (tools, text, element) => {
  const label = document.createElement("label");
  label.append(text + " ", element);
  tools.append(label);
  tools.hidden = false;
};
const search = (tools, text, found) => {
  const input = document.createElement("input"), status = document.createElement("p");
  input.type = "search";
  status.setAttribute("role", "status");
  input.addEventListener("input", () => found(input.value.trim().toLowerCase(), status));
  control(tools, text, input);
  tools.append(status);
  return status;
};
for (const tools of document.querySelectorAll(".tools[data-list]")) {
  const list = document.getElementById(tools.dataset.list), items = [...list.querySelectorAll("li")];
  search(tools, tools.dataset.what, (wanted, status) => {
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    for (const region of list.querySelectorAll(".region")) region.hidden = !region.querySelector("li:not([hidden])");
    for (const map of document.querySelectorAll(".maps")) map.hidden = wanted !== "";
    const left = items.filter(item => !item.hidden).length;
    status.textContent = wanted ? `${left} of ${items.length}` : "";
  });
}
for (const section of document.querySelectorAll(".heat-section")) {
  const table = section.querySelector("table"), body = table.tBodies[0], rows = [...body.rows];
  const tools = section.querySelector(".tools");
  const heads = [...table.querySelectorAll("thead th[data-column]")];
  const name = row => row.cells[0].textContent;
  let wanted = "", band = "", sorted = "by name", status;
  const say = () => {
    const shown = rows.filter(row => !row.hidden).length;
    status.textContent = `${shown} of ${rows.length} ${section.dataset.what}, sorted ${sorted}`;
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
  status = search(tools, "Find", value => { wanted = value; filter(); });
  const select = document.createElement("select");
  select.append(new Option("any", ""));
  for (const choice of section.dataset.bands.split(";")) {
    const [value, text] = choice.split(":");
    select.append(new Option(text, value));
  }
  select.addEventListener("change", () => { band = select.value; filter(); });
  control(tools, "With", select);
  say();
}
