package dev.wakeful.commandcenter.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** Says on a page what a form asked for that cannot be. */
final class RefusedPage {

    private RefusedPage() {}

    static String show(@Nullable String message, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("message", message);
        return "refused";
    }
}
