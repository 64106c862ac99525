package dev.wakeful.commandcenter.web;

import org.jspecify.annotations.Nullable;

/** Where a person goes on after a form: a page of ours, whatever the form says. */
final class BackTo {

    private BackTo() {}

    static String redirect(@Nullable String back) {
        boolean ours = back != null
                && back.matches(
                        "/(?:budget|mode|tasks/[A-Za-z0-9._-]{1,200}|approvals/[A-Za-z0-9._-]{1,200})?(?:#[a-z-]+)?");
        return "redirect:" + (ours ? back : "/");
    }
}
