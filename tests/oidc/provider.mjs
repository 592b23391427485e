// The accounts of an office, on loopback: node provider.mjs PORT CALLBACK. Who is called “lan” may read.
import { Provider } from "oidc-provider";

const [port, callback] = process.argv.slice(2);
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: "ban-tin",
    client_secret: "thay-bang-bi-mat-cua-co-quan",
    redirect_uris: [callback],
    grant_types: ["authorization_code"],
    response_types: ["code"],
  }],
  claims: { openid: ["sub", "groups"] },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, groups: id === "lan" ? ["ban-tin"] : ["khach"] }),
  }),
  pkce: { required: () => false },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ["chi-de-thu"] },
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
