import { Link, Redirect, useLocation } from "wouter";
import { Page } from "../../page/Page.js";
import { useTexts } from "../../texts/TextsContext.js";
import { AccountList } from "./AccountList.js";
import { AccountPage } from "./AccountPage.js";
import styles from "./Administration.module.css";
import { Folders } from "./Folders.js";
import { Journal } from "./Journal.js";
import { ObjectPage } from "./ObjectPage.js";
import { RegisteredObjects } from "./RegisteredObjects.js";
import { OwnerList, SocList } from "./PartyLists.js";
import { PartyPage } from "./PartyPage.js";

const PARTS = ["socs", "owners", "objects", "accounts", "folders", "journal"] as const;
type Part = (typeof PARTS)[number];

/** What the centre's administrator registers and changes, each part at an address of its own. */
export function Administration() {
  const { administration } = useTexts();
  const [path] = useLocation();
  const [, , wanted, code] = path.split("/");
  const part = PARTS.find((one) => one === wanted);
  if (!part) return <Redirect replace to="/administration/socs" />;
  return (
    <Page title={administration.title}>
      <nav aria-label={administration.sections.label} className={styles.parts}>
        {PARTS.map((each) => (
          <Link aria-current={each === part ? "page" : undefined} href={`/administration/${each}`} key={each}>
            {administration.sections[each]}
          </Link>
        ))}
      </nav>
      <Chosen code={code === undefined || code === "" ? null : decodeURIComponent(code)} part={part} />
    </Page>
  );
}

function Chosen({ part, code }: { readonly part: Part; readonly code: string | null }) {
  switch (part) {
    case "socs":
      return code === null ? <SocList /> : <PartyPage code={code} kind="Soc" />;
    case "owners":
      return code === null ? <OwnerList /> : <PartyPage code={code} kind="Owner" />;
    case "objects":
      return code === null ? <RegisteredObjects /> : <ObjectPage code={code} />;
    case "accounts":
      return code === null ? <AccountList /> : <AccountPage id={code} />;
    case "folders":
      return <Folders />;
    case "journal":
      return <Journal />;
  }
}
