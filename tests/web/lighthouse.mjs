// node lighthouse.mjs CHROMIUM FLAGS-AS-JSON CATEGORY,… URL… → {"url": {"CATEGORY": 0…100, "lost": […]}}
// The mobile preset: a simulated slow phone and network.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromium, flags, categories, ...urls] = process.argv.slice(2);
const chrome = await launch({
  chromePath: chromium,
  chromeFlags: ["--headless", ...JSON.parse(flags)],
  ignoreDefaultFlags: false,
  logLevel: "silent",
});
// What a page says and shows does not hang on how long one waits, nor on a picture of it.
const STILL = { pauseAfterLoadMs: 0, networkQuietThresholdMs: 100, cpuQuietThresholdMs: 100, disableFullPageScreenshot: true };
const scores = {};
for (const url of urls) {
  const { lhr } = await lighthouse(url, {
    port: chrome.port,
    onlyCategories: categories.split(","),
    logLevel: "silent",
    ...(categories === "accessibility" ? STILL : {}),
  });
  const lost = Object.values(lhr.categories).flatMap((category) => category.auditRefs)
    .filter((one) => one.weight > 0 && lhr.audits[one.id].score !== null && lhr.audits[one.id].score < 0.9)
    .map((one) => `${one.id} ${lhr.audits[one.id].displayValue ?? ""}`.trim());
  scores[url] = { lost };
  for (const { id, score } of Object.values(lhr.categories)) scores[url][id] = Math.round(100 * score);
}
chrome.kill();
console.log(JSON.stringify(scores));
