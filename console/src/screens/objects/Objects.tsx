import { Link, useParams } from "wouter";
import { Page } from "../../page/Page.js";
import { usePerson } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { ObjectList } from "../../shared/registers/ObjectList.js";
import { ObjectView } from "../../shared/registers/ObjectView.js";
import { Found } from "../../shared/registers/Found.js";
import { rowsOf, useObjects } from "../../shared/registers/registers.js";

/** The objects that a person may see: a SOC those that it covers, an owner its own, the centre all. */
export function Objects() {
  const { administration, shell } = useTexts();
  const { code } = useParams<{ code?: string }>();
  const { party } = usePerson();
  const { objects } = administration;
  const empty = {
    NationalCentre: { title: objects.empty, why: objects.emptyWhy },
    Soc: { title: objects.emptySoc, why: objects.emptySocWhy },
    Owner: { title: objects.emptyOwner, why: objects.emptyOwnerWhy },
  }[party.__typename];
  return (
    <Page title={shell.sections.objects}>
      {code === undefined ? <ObjectList at="/objects" empty={empty} /> : <OneObject code={decodeURIComponent(code)} />}
    </Page>
  );
}

function OneObject({ code }: { readonly code: string }) {
  const { shell } = useTexts();
  const register = useObjects();
  return (
    <Found register={register} rows={rowsOf(register).filter((object) => object.code === code.toUpperCase())}>
      {(object) => <ObjectView crumbs={<Link href="/objects">{shell.sections.objects}</Link>} object={object} />}
    </Found>
  );
}
