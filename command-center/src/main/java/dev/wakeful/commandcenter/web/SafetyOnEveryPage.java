package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.emergency.Safety;
import dev.wakeful.commandcenter.emergency.SafetyReport;
import dev.wakeful.commandcenter.pages.Wording;
import dev.wakeful.commandcenter.reading.SandboxWarning;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page shows the button of the emergency stop, or the banner of safe mode, and a warning where nothing holds commands of others. */
@ControllerAdvice(annotations = Controller.class)
class SafetyOnEveryPage {

    private final SafetyReport report;
    private final SandboxWarning sandboxes;

    SafetyOnEveryPage(SafetyReport report, SandboxWarning sandboxes) {
        this.report = report;
        this.sandboxes = sandboxes;
    }

    /** Instances without a sandbox (DEV-4), also on the page that says that something went wrong. */
    @ModelAttribute("withoutSandbox")
    List<String> withoutSandbox() {
        return sandboxes.instances();
    }

    @ModelAttribute("safety")
    Safety safety() {
        return report.now();
    }

    @ModelAttribute("say")
    Wording say() {
        return new Wording();
    }

    /** Where a form leads back to. */
    @ModelAttribute("back")
    String back(HttpServletRequest request) {
        return EmergencyForms.back(request.getRequestURI());
    }

    @ModelAttribute("refused")
    String refused(HttpServletRequest request) {
        return request.getParameter("refused") == null
                ? ""
                : "Nothing was changed: it was so already, the file STOP is still there, or the reason is missing.";
    }
}
