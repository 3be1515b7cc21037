// Counts the leads of a file by day, stage and channel with DuckDB and with
// embudo, in turn, and prints the ratio of their times. See README.md.
"use strict";

const { spawnSync } = require("node:child_process");
const { DuckDBInstance } = require("@duckdb/node-api");

const [embudo, file, roundsAsked] = process.argv.slice(2);
if (!embudo || !file) {
  console.error("usage: node compare.js EMBUDO LEADS.csv [ROUNDS]");
  process.exit(2);
}
const rounds = Number(roundsAsked ?? 5);
const threads = 2;

const leads = `read_csv('${file.replaceAll("'", "''")}')`;
const stages = ["Created Date", "MQL Date", "SQL Date", "Meeting Date", "Opportunity Date", "Client Date"];
const entries = stages.map(
  (stage) => `SELECT "${stage}" AS day, '${stage}' AS stage, "Lead Source" AS channel FROM leads WHERE "${stage}" IS NOT NULL`,
).join(" UNION ALL ");

// The file is read once into a view of its rows, which both queries share as
// far as the engine knows how to.
const queries = {
  entries: `WITH leads AS (SELECT * FROM ${leads}) SELECT day, stage, channel, count(*) FROM (${entries}) GROUP BY 1, 2, 3`,
  revenue: `SELECT "Client Date", "Lead Source", sum("Amount"::DECIMAL(18,2)) FROM ${leads} WHERE "Client Date" IS NOT NULL GROUP BY 1, 2`,
};

// materialized reads the file once into memory for both queries: the kindest way
// to ask that we know of.
const materialized = `CREATE OR REPLACE TEMP TABLE leads AS SELECT * FROM ${leads}`;

// timed measures time by the clock and processor time of this process, in seconds.
async function timed(run) {
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  await run();
  const clock = Number(process.hrtime.bigint() - start) / 1e9;
  const used = process.cpuUsage(before);
  return { clock, processor: (used.user + used.system) / 1e6 };
}

// timedEmbudo measures a process of its own, by the shell's word for it.
function timedEmbudo() {
  const script = 'TIMEFORMAT="%R %U %S"; time "$0" actuals "$1" --as-of 2027-12-31 >/dev/null';
  const done = spawnSync("bash", ["-c", script, embudo, file], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  if (done.status !== 0) {
    throw new Error(done.stderr);
  }
  const [clock, user, system] = done.stderr.trim().split(" ").map(Number);
  return { clock, processor: user + system };
}

function median(times) {
  const of = (key) => times.map((t) => t[key]).toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  return { clock: of("clock"), processor: of("processor") };
}

const row = (name, t, digits, unit) =>
  console.log(name.padEnd(34) + t.clock.toFixed(digits).padStart(8) + unit + t.processor.toFixed(digits).padStart(10) + unit);

async function main() {
  const db = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await db.connect();
  const ask = async (sql) => (await connection.runAndReadAll(sql)).getRows();
  await ask("SELECT 1");

  const times = { views: [], table: [], embudo: [] };
  for (let i = 0; i < rounds; i++) {
    times.views.push(await timed(async () => {
      await ask(queries.entries);
      await ask(queries.revenue);
    }));
    times.table.push(await timed(async () => {
      await ask(materialized);
      await ask(`SELECT day, stage, channel, count(*) FROM (${entries}) GROUP BY 1, 2, 3`);
      await ask(`SELECT "Client Date", "Lead Source", sum("Amount"::DECIMAL(18,2)) FROM leads WHERE "Client Date" IS NOT NULL GROUP BY 1, 2`);
    }));
    times.embudo.push(timedEmbudo());
  }
  const views = median(times.views);
  const table = median(times.table);
  const ours = median(times.embudo);
  console.log(" ".repeat(34) + "   clock    processor");
  row("DuckDB, two queries of the file", views, 2, " s");
  row("DuckDB, by a table in memory", table, 2, " s");
  row("embudo, with its start", ours, 2, " s");
  row("embudo / the faster DuckDB", {
    clock: ours.clock / Math.min(views.clock, table.clock),
    processor: ours.processor / Math.min(views.processor, table.processor),
  }, 2, "  ");
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
