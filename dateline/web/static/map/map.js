// What happened where and when. The events come from this desk; nothing is asked of any other server.
// A place known to the town is a dot, one known to the province a ring as wide as the doubt, one known to the
// country alone shades the country.

const WIDTH = 960;
const HEIGHT = 480;
const CHART_HEIGHT = 104;
const MARGIN = 56;
const DOT_RADIUS = 4.5;
const CLOSEST_SCALE = 2600; // a single town must not fill the page
const KM_PER_DEGREE = 111.2;
const DOUBT_KM = { admin: 60, region: 150 };
const LISTED = 6; // events named in the tip of one dot
const KEYS = { "+": "in", "=": "in", "-": "out", 0: "whole", ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const STEPS = { left: [80, 0], right: [-80, 0], up: [0, 80], down: [0, -80] };

// Numbers and days are written as on the rest of the page: in its language, by the Gregorian calendar.
const language = document.documentElement.lang;
const locale = `${language}-u-ca-gregory-nu-${language === "fa" ? "arabext" : "latn"}`;
const numeral = new Intl.NumberFormat(locale, { useGrouping: false });
const [yearOf, monthOf, dayOf] = [{ year: "numeric" }, { month: "long" }, { month: "short", day: "numeric" }].map((parts) => new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }));

const page = document.querySelector("[data-map]");
const [atlas, borders, answer] = await Promise.all([page.dataset.outlines, page.dataset.provinces, page.dataset.map].map((address) => d3.json(address)));
const events = answer.events.map((event) => ({ ...event, date: event.begin ? new Date(event.begin.slice(0, 10)) : null }));
const placed = events.filter((event) => event.place);
const chosen = { types: new Set(events.map((event) => event.type)), days: null };

const projection = fitted(d3.geoMercator().precision(0.1), placed);
const path = d3.geoPath(projection);
const svg = d3.select(page).select("svg.map").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
const land = svg.append("g").attr("class", "land");
const provinces = svg.append("g").attr("class", "provinces");
const doubts = svg.append("g").attr("class", "doubts");
const dots = svg.append("g").attr("class", "dots");
land.selectAll("path").data(topojson.feature(atlas, atlas.objects.countries).features).join("path").attr("d", path).append("title");
drawProvinces();

const zoom = d3.zoom().scaleExtent([0.1, 60]).on("zoom", ({ transform }) => {
  for (const layer of [land, provinces, doubts, dots]) layer.attr("transform", transform);
  dots.selectAll("circle").attr("r", (group) => radius(group) / transform.k);
});
svg.call(zoom);
svg.on("keydown", (event) => {
  if (!(event.key in KEYS)) return;
  event.preventDefault();
  event.stopPropagation();
  move(KEYS[event.key]);
});
for (const button of page.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => move(button.dataset.zoom));
for (const box of page.querySelectorAll("[data-type]")) {
  box.addEventListener("change", () => {
    chosen.types[box.checked ? "add" : "delete"](box.value);
    draw();
    drawDays();
  });
}
draw();
drawDays();

function fitted(world, shown) {
  const points = { type: "MultiPoint", coordinates: shown.map(({ place }) => [place.lon, place.lat]) };
  const extent = [[MARGIN, MARGIN], [WIDTH - MARGIN, HEIGHT - MARGIN]];
  if (!shown.length) return world.fitExtent(extent, { type: "Polygon", coordinates: [[[-160, -56], [-160, 72], [175, 72], [175, -56], [-160, -56]]] });
  world.fitExtent(extent, points);
  if (world.scale() <= CLOSEST_SCALE) return world;
  const [[west, south], [east, north]] = d3.geoBounds(points);
  return world.scale(CLOSEST_SCALE).center([(west + east) / 2, (south + north) / 2]).translate([WIDTH / 2, HEIGHT / 2]);
}

// The borders of provinces where something is told to have happened: steps from point to point.
function drawProvinces() {
  const countries = [...new Set(placed.map(({ place }) => place.country))].filter((code) => code in borders.lines);
  const line = (steps) => {
    let [x, y] = [0, 0];
    return d3.range(0, steps.length, 2).map((at) => [(x += steps[at]) / borders.scale, (y += steps[at + 1]) / borders.scale]);
  };
  const shapes = countries.map((code) => ({ type: "MultiLineString", coordinates: borders.lines[code].map(line) }));
  provinces.selectAll("path").data(shapes).join("path").attr("d", path);
}

function move(how) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const view = still ? svg : svg.transition().duration(200);
  if (how === "whole") view.call(zoom.transform, d3.zoomIdentity);
  else if (how in STEPS) view.call(zoom.translateBy, ...STEPS[how]);
  else view.call(zoom.scaleBy, how === "in" ? 1.6 : 1 / 1.6);
}

function isShown(event) {
  const inDays = !chosen.days || (event.date && event.date >= chosen.days[0] && event.date < chosen.days[1]);
  return chosen.types.has(event.type) && inDays;
}

function draw() {
  const known = (...precisions) => placed.filter((event) => isShown(event) && precisions.includes(event.place.precision));
  drawDots(together(known("point", "city")));
  drawDoubts(together(known("admin", "region")));
  shadeCountries(known("country"));
  listRows();
}

function together(shown) {
  return d3.groups(shown, ({ place }) => `${place.lat},${place.lon}`).map(([, group]) => group);
}

function drawDots(groups) {
  const { k } = d3.zoomTransform(svg.node());
  const links = dots.selectAll("a").data(groups, (group) => group[0].id).join((entering) => {
    const link = entering.append("a");
    link.append("circle");
    link.append("title");
    return link;
  });
  links.attr("href", (group) => (group.length === 1 ? `/events/${encodeURIComponent(group[0].id)}` : `#event-${group[0].id}`));
  links.attr("aria-label", described);
  links.select("title").text(described);
  links.select("circle")
    .attr("class", (group) => `class-${group[0].kind}`)
    .attr("cx", ([{ place }]) => projection([place.lon, place.lat])[0])
    .attr("cy", ([{ place }]) => projection([place.lon, place.lat])[1])
    .attr("r", (group) => radius(group) / k);
}

// On a narrow screen the map is drawn smaller, its dots are not.
function radius(group) {
  const shrunk = WIDTH / (svg.node().clientWidth || WIDTH);
  return DOT_RADIUS * Math.sqrt(group.length) * Math.max(1, shrunk);
}

function drawDoubts(groups) {
  const rings = doubts.selectAll("path").data(groups, (group) => group[0].id).join((entering) => {
    const ring = entering.append("path");
    ring.append("title");
    return ring;
  });
  rings.attr("class", (group) => `class-${group[0].kind}`).attr("d", ([{ place }]) => path(around(place)));
  rings.select("title").text(described);
}

function around(place) {
  return d3.geoCircle().center([place.lon, place.lat]).radius(DOUBT_KM[place.precision] / KM_PER_DEGREE)();
}

function shadeCountries(shown) {
  const counts = d3.rollup(shown, (group) => group.length, ({ place }) => place.country);
  const most = d3.max(counts.values()) ?? 1;
  land.selectAll("path").each(function shade(country) {
    const count = counts.get(country.id) ?? 0;
    const area = d3.select(this).classed("told", count > 0).style("--share", count ? 0.15 + (0.35 * count) / most : null);
    const { name } = country.properties;
    area.select("title").text(count ? `${name}: ${count} ${page.dataset.countryOnly}` : name);
  });
}

function described(group) {
  const line = (event) => {
    const parties = [event.actors.join(", "), event.targets.join(", ")].filter(Boolean).join(" → ");
    return [event.begin?.slice(0, 10) ?? page.dataset.unknown, event.mode ?? event.type, parties].filter(Boolean).join(" · ");
  };
  const rest = group.length > LISTED ? [`+ ${group.length - LISTED} ${page.dataset.more}`] : [];
  return [group[0].place.name, ...group.slice(0, LISTED).map(line), ...rest].join("\n");
}

function listRows() {
  const ids = new Set(events.filter(isShown).map((event) => event.id));
  for (const row of page.querySelectorAll("[data-event]")) row.hidden = !ids.has(row.dataset.event);
  const count = page.querySelector("[data-count]");
  if (count) count.textContent = numeral.format(ids.size);
}

function drawDays() {
  const dated = events.filter((event) => event.date && chosen.types.has(event.type));
  const chart = d3.select(page).select("svg.days");
  if (chart.empty()) return;
  chart.attr("viewBox", `0 0 ${WIDTH} ${CHART_HEIGHT}`);
  chart.selectAll("*").remove();
  if (!dated.length) return;
  const foot = CHART_HEIGHT - 20;
  const perDay = d3.rollups(dated, (group) => group.length, (event) => event.begin.slice(0, 10));
  const [first, last] = d3.extent(dated, (event) => event.date);
  const x = d3.scaleUtc([first, d3.utcDay.offset(last, 1)], [30, WIDTH - 8]);
  const y = d3.scaleLinear([0, d3.max(perDay, ([, count]) => count)], [foot, 6]);
  const wide = Math.max(1.5, x(d3.utcDay.offset(first, 1)) - x(first) - 1);
  chart.append("g").attr("class", "bars").selectAll("rect").data(perDay).join("rect")
    .attr("x", ([day]) => x(new Date(day))).attr("width", wide)
    .attr("y", ([, count]) => y(count)).attr("height", ([, count]) => foot - y(count))
    .append("title").text(([day, count]) => `${day}: ${count}`);
  chart.append("g").attr("class", "axis").attr("transform", `translate(0,${foot})`).call(d3.axisBottom(x).ticks(8).tickFormat(dayWritten).tickSizeOuter(0));
  chart.append("g").attr("class", "axis").attr("transform", "translate(28,0)").call(d3.axisLeft(y).ticks(2).tickFormat((count) => (Number.isInteger(count) ? numeral.format(count) : "")).tickSizeOuter(0));
  const brush = d3.brushX().extent([[30, 2], [WIDTH - 8, foot]]).on("brush end", ({ selection }) => {
    chosen.days = selection ? selection.map(x.invert) : null;
    draw();
    tellDays();
  });
  const layer = chart.append("g").attr("class", "brush").call(brush);
  chart.on("keydown", (event) => {
    const days = stepped(event, [first, d3.utcDay.offset(last, 1)]);
    if (days === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    layer.call(brush.move, days && days.map(x));
  });
}

// What stands under the days: a year at its first day, a month at its first, else the day; hours are not told.
function dayWritten(moment) {
  if (moment.getUTCHours()) return "";
  if (moment.getUTCDate() > 1) return dayOf.format(moment);
  return (moment.getUTCMonth() ? monthOf : yearOf).format(moment);
}

// The days that a key chooses: arrows move them, with Shift they widen and narrow them, Escape lets all in.
function stepped(event, [first, end]) {
  if (event.key === "Escape") return null;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return undefined;
  if (!chosen.days) return step > 0 ? [first, d3.utcDay.offset(first, 1)] : [d3.utcDay.offset(end, -1), end];
  const [from, to] = chosen.days.map((day) => d3.utcDay.round(day));
  const moved = [event.shiftKey ? from : d3.utcDay.offset(from, step), d3.utcDay.offset(to, step)];
  return moved[0] >= first && moved[1] <= end && moved[0] < moved[1] ? moved : undefined;
}

function tellDays() {
  const day = (date) => d3.utcDay.round(date).toISOString().slice(0, 10);
  const words = chosen.days ? `${day(chosen.days[0])} – ${day(d3.utcDay.offset(d3.utcDay.round(chosen.days[1]), -1))}` : "";
  page.querySelector("[data-days]").textContent = words;
}
