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

async function timed(run) {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function ofEmbudo(args) {
  const done = spawnSync(embudo, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) {
    throw new Error(done.stderr);
  }
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const shown = (seconds) => seconds.toFixed(3).padStart(8) + " s";

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
    times.embudo.push(await timed(async () => ofEmbudo(["actuals", file, "--as-of", "2027-12-31"])));
  }
  const best = Math.min(median(times.views), median(times.table));
  console.log(`DuckDB, two queries of the file   ${shown(median(times.views))}`);
  console.log(`DuckDB, by a table in memory      ${shown(median(times.table))}`);
  console.log(`embudo, with its start            ${shown(median(times.embudo))}`);
  console.log(`embudo / DuckDB                   ${(median(times.embudo) / best).toFixed(2).padStart(8)}`);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
