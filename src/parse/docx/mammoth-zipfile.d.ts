/** What mammoth opens archives with: its own types leave it out. */
declare module 'mammoth/lib/zipfile.js' {
  export interface DocxFile {
    exists(name: string): boolean;
    read(name: string, encoding?: string): Promise<string | Uint8Array>;
  }
  export function openArrayBuffer(bytes: Uint8Array): Promise<DocxFile>;
}
