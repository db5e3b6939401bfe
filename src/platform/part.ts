import type { ObjectLiteral } from "typeorm";
import type { Scope } from "../domain/access.js";
import type { Connection } from "./database.js";
import type { Session } from "./session.js";

/** A part of a transaction that several acts share. Statements of a branch that outlives it fail: they would be those of the next. */
export class Part implements Connection {
  private isOver = false;

  constructor(private readonly session: Session) {}

  begin(scope: Scope): Promise<void> {
    return this.session.beginPart(scope);
  }

  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    this.expectOpen();
    return this.session.query<Row>(sql, parameters);
  }

  async insert<Row extends ObjectLiteral>(table: new () => Row, row: Row): Promise<void> {
    this.expectOpen();
    await this.session.insert(table, row);
  }

  async widen(): Promise<void> {
    this.expectOpen();
    await this.session.widen();
  }

  end(): void {
    this.isOver = true;
  }

  private expectOpen(): void {
    if (this.isOver) throw new Error("the part of the transaction has ended");
  }
}
