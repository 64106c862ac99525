package dev.wakeful.autodev.workspace;

/** What is written about a commit; text from outside, data only. */
public record CommitInfo(int parents, String author, String subject) {}
