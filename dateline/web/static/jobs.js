// The progress of long work: asked for twice a second; the page of what was made takes its place at the end.
const part = document.querySelector("[data-job]");
const steps = part?.querySelector("[data-steps]");

async function look() {
  const answer = await fetch(`/api/jobs/${part.dataset.job}`).catch(() => null);
  if (!answer?.ok) return setTimeout(look, 2000);
  const job = await answer.json();
  if (job.state !== "waiting" && job.state !== "running") return location.replace(job.made || location.href);
  steps.textContent = job.done ? `${job.done} · ${job.subject}` : "";
  setTimeout(look, 500);
}

if (part) setTimeout(look, 500);
