// The network page: who met, spoke of or attacked whom, as the claims tell it. The table beneath says the same in words.

const WIDTH = 960;
const HEIGHT = 620;
const STEPS = 300; // laid out before it is shown: the same picture each time, and nothing wobbles

const page = document.querySelector("[data-network]");
const network = await d3.json(page.dataset.network);
const svg = d3.select(page).select("svg.network").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
const nodes = network.nodes.map((node) => ({ ...node }));
const links = network.links.map((link) => ({ ...link }));

layOut();
const canvas = svg.append("g");
svg.call(d3.zoom().scaleExtent([0.3, 8]).on("zoom", ({ transform }) => canvas.attr("transform", transform)));
drawLinks();
drawNodes();

function layOut() {
  const simulation = d3
    .forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((node) => node.id).distance(90))
    .force("charge", d3.forceManyBody().strength(-220))
    .force("apart", d3.forceCollide(26))
    .force("x", d3.forceX(WIDTH / 2).strength(0.05))
    .force("y", d3.forceY(HEIGHT / 2).strength(0.08))
    .stop();
  for (let step = 0; step < STEPS; step += 1) simulation.tick();
}

function drawLinks() {
  canvas
    .selectAll("line")
    .data(links)
    .join("line")
    .attr("class", (link) => `tie class-${link.class}`)
    .attr("x1", (link) => link.source.x)
    .attr("y1", (link) => link.source.y)
    .attr("x2", (link) => link.target.x)
    .attr("y2", (link) => link.target.y)
    .attr("stroke-width", (link) => 1 + Math.log2(1 + link.count))
    .append("title")
    .text((link) => `${link.source.name} → ${link.target.name}: ${link.label} (${link.count})`);
}

function drawNodes() {
  const node = canvas
    .selectAll("a")
    .data(nodes)
    .join("a")
    .attr("href", (entity) => entity.url)
    .attr("transform", (entity) => `translate(${entity.x},${entity.y})`)
    .on("mouseenter focus", (_, entity) => emphasise(entity))
    .on("mouseleave blur", () => emphasise(null));
  node.append("circle").attr("r", (entity) => 5 + Math.sqrt(entity.count)).attr("class", `node`);
  node.append("text").attr("x", 10).attr("y", 4).text((entity) => entity.name);
}

function emphasise(entity) {
  canvas.selectAll("line").classed("faint", (link) => entity && link.source !== entity && link.target !== entity);
}
