// Who has to do with whom, as the reports tell it. The table beneath says the same in words.

const WIDTH = 960;
const HEIGHT = 600;
const STEPS = 300; // laid out before it is shown: the same picture each time, and nothing wobbles
const MARGIN = 40;
const LABEL = 190; // what the longest name takes beside its dot
const FARTHEST_APART = 2;
const MOST_SHRUNK = 2.4;

const page = document.querySelector("[data-network]");
const answer = await d3.json(page.dataset.network);
const nodes = Object.entries(answer.names).map(([name, count]) => ({ id: name, count }));
const links = answer.ties.map((tie) => ({ ...tie }));
const svg = d3.select(page).select("svg.network").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);

if (nodes.length) {
  layOut();
  const canvas = svg.append("g");
  svg.call(d3.zoom().scaleExtent([0.4, 8]).on("zoom", ({ transform }) => canvas.attr("transform", transform)));
  drawArrow();
  drawTies(canvas);
  drawNames(canvas);
}

function layOut() {
  const simulation = d3.forceSimulation(nodes)
    .force("tie", d3.forceLink(links).id((node) => node.id).distance(80))
    .force("apart", d3.forceManyBody().strength(-260))
    .force("room", d3.forceCollide(30))
    .force("x", d3.forceX(WIDTH / 2).strength(0.06))
    .force("y", d3.forceY(HEIGHT / 2).strength(0.12))
    .stop();
  simulation.tick(STEPS);
  fillRoom();
}

// Spread the names over the room there is, the longest labels inside it too.
function fillRoom() {
  const [left, right] = d3.extent(nodes, (node) => node.x);
  const [top, bottom] = d3.extent(nodes, (node) => node.y);
  const wide = (WIDTH - MARGIN - LABEL) / Math.max(right - left, 1);
  const high = (HEIGHT - 2 * MARGIN) / Math.max(bottom - top, 1);
  const scale = Math.min(wide, high, FARTHEST_APART);
  for (const node of nodes) {
    node.x = (WIDTH + MARGIN - LABEL) / 2 + (node.x - (left + right) / 2) * scale;
    node.y = HEIGHT / 2 + (node.y - (top + bottom) / 2) * scale;
  }
}

function drawArrow() {
  svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 -4 8 8").attr("refX", 14).attr("markerUnits", "userSpaceOnUse").attr("markerWidth", 9).attr("markerHeight", 9).attr("orient", "auto")
    .append("path").attr("d", "M0,-4L8,0L0,4");
}

function drawTies(canvas) {
  canvas.append("g").attr("class", "ties").selectAll("line").data(links).join("line")
    .attr("class", (tie) => `class-${tie.kind}`)
    .attr("x1", (tie) => tie.source.x).attr("y1", (tie) => tie.source.y)
    .attr("x2", (tie) => tie.target.x).attr("y2", (tie) => tie.target.y)
    .attr("stroke-width", (tie) => 1 + Math.log2(tie.count))
    .attr("marker-end", "url(#arrow)")
    .append("title").text((tie) => `${tie.source.id} → ${tie.target.id}: ${tie.modes.join(", ")} (${tie.count})`);
}

// On a narrow screen the network is drawn smaller, its names are not: fewer of them are written.
function drawNames(canvas) {
  svg.style("--shrunk", Math.min(MOST_SHRUNK, Math.max(1, WIDTH / (svg.node().clientWidth || WIDTH))));
  const names = canvas.append("g").attr("class", "names").selectAll("a").data(nodes).join("a")
    .attr("href", (node) => `/entities?q=${encodeURIComponent(node.id)}`)
    .attr("transform", (node) => `translate(${node.x},${node.y})`)
    .on("mouseenter focus", (_, node) => emphasise(node))
    .on("mouseleave blur", () => emphasise(null));
  names.append("circle").attr("r", (node) => 4 + Math.sqrt(node.count));
  names.append("text").attr("x", (node) => 8 + Math.sqrt(node.count)).attr("y", 4).text((node) => node.id);
  thinOut(names);
}

// A name that would be written over another one is left out until its dot is pointed at; the most told of stay.
function thinOut(names) {
  const taken = [];
  const meets = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const told = names.nodes().sort((one, other) => d3.select(other).datum().count - d3.select(one).datum().count);
  for (const name of told) {
    const box = name.querySelector("text").getBoundingClientRect();
    const isFree = !taken.some((one) => meets(box, one));
    name.classList.toggle("unwritten", !isFree);
    if (isFree) taken.push(box);
  }
}

function emphasise(node) {
  svg.selectAll(".ties line").classed("faint", (tie) => node && tie.source !== node && tie.target !== node);
}
