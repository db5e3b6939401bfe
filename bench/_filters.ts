import { readFileSync } from "node:fs";
import { startServer, endAll } from "./processes.ts";
import { GATEWAY_ENTRY } from "./product.ts";
import { tokenOf } from "./servers/tokens.ts";
const base = readFileSync("/tmp/bb/keep.out","utf8").trim(); const db=process.env.DB??"b100k";
const url = (role:string)=>{ const u=new URL(base); u.pathname="/"+db; const s=JSON.parse(readFileSync("/tmp/bb/data/data/postgres-secrets.json","utf8")); u.username="dabyl_"+role; u.password=s[role]; return u.href; };
const g = await startServer(GATEWAY_ENTRY, 4572, {DATABASE_URL:url("gateway"),DATABASE_OWNER_URL:url("owner"),DATABASE_POOL:"4",LOG_LEVEL:"warn"});
const filters: Record<string,object> = { none:{}, severityHIGH:{severities:["HIGH"]}, undetermined:{severities:["UNDETERMINED"]}, ransomware:{types:["RANSOMWARE"]}, "ransomware+undetermined":{types:["RANSOMWARE"],severities:["UNDETERMINED"]},
 overdueCard:{obligation:{kind:"SUBMIT_CARD",standings:["OVERDUE"]}}, runningCard:{obligation:{kind:"SUBMIT_CARD",standings:["RUNNING"]}}, overdueReview:{obligation:{kind:"REVIEW_SEVERITY",standings:["OVERDUE"]}}, metLateOwner:{obligation:{kind:"NOTIFY_OWNER",standings:["MET_LATE"]}}, waived:{obligation:{kind:"NOTIFY_OWNER",standings:["WAIVED"]}},
 received:{received:{from:"2025-01-01T00:00:00Z",before:"2025-02-01T00:00:00Z"}}, confirmed:{confirmed:{from:"2024-06-01T00:00:00Z",before:"2024-06-02T00:00:00Z"}} };
const doc="query($f: IncidentFilter){ incidents(filter:$f){ nodes{ number } pageInfo{hasNextPage} } }";
const ask=async(t:string,f:object)=>{ const r=await fetch(g.url+"/graphql",{method:"POST",headers:{"content-type":"application/json",authorization:"Bearer "+t},body:JSON.stringify({query:doc,variables:{f}})}); const j=await r.json() as any; if(j.errors) throw new Error(JSON.stringify(j.errors)); return j.data.incidents.nodes.length; };
for (const [who,t] of [["centre",tokenOf("CENTRE","CENTRE_ANALYST")],["soc04",tokenOf("SOC04","SOC_READER")],["soc22",tokenOf("SOC22","SOC_READER")],["owner",tokenOf("OWNER007","OWNER")]] as const)
 for (const [n,f] of Object.entries(filters)) { let rows=0; for(let i=0;i<8;i++) rows=await ask(t,f); const ts:number[]=[]; for(let i=0;i<9;i++){const b=performance.now(); await ask(t,f); ts.push(performance.now()-b);} ts.sort((a,b)=>a-b); console.log(process.env.LABEL,who.padEnd(7),n.padEnd(24),String(rows).padStart(3),ts[4]!.toFixed(1)); }
await g.stop(); endAll(); process.exit(0);
