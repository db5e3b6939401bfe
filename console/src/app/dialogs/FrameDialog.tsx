import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTexts } from "../../texts/TextsContext.js";
import styles from "./FrameDialog.module.css";

interface Props {
  readonly title: string;
  /** Not given: it stays until what it asks for is done. */
  readonly close?: () => void;
  readonly children: ReactNode;
}

/** A dialog of the frame: it takes the focus, holds it, and gives it back. */
export function FrameDialog({ title, close, children }: Props) {
  const { shell } = useTexts();
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen
      isDismissable={close !== undefined}
      isKeyboardDismissDisabled={close === undefined}
      onOpenChange={(isOpen) => (isOpen ? undefined : close?.())}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          <header>
            <Heading slot="title">{title}</Heading>
            {close ? (
              <button type="button" onClick={close} aria-label={shell.acts.close}>
                <svg width="16" height="16" viewBox="0 0 16 16" stroke="currentColor" strokeWidth="2" aria-hidden>
                  <path d="M3 3l10 10M13 3L3 13" />
                </svg>
              </button>
            ) : null}
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
