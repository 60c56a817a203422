// Tells on the page when the device has come. Without it the page is whole: it says how to look again.
(function () {
  "use strict";
  var line = document.getElementById("live");
  var left = 200; // questions, three seconds apart: as long as a ticket lives

  function later() {
    setTimeout(ask, 3000);
  }

  function heard(answer) {
    if (answer.state === "open") {
      later();
    } else if (answer.state === "redeemed" && line.textContent !== "") {
      line.textContent = line.getAttribute("data-done");
    } else {
      location.replace(line.getAttribute("data-page"));
    }
  }

  function ask() {
    if (document.hidden) {
      document.addEventListener("visibilitychange", ask, {once: true});
    } else if (left-- > 0) {
      fetch(line.getAttribute("data-page") + "/state", {credentials: "omit", cache: "no-store"})
        .then(function (answer) { return answer.ok ? answer.json() : {state: "open"}; })
        .then(heard)
        .catch(later);
    } else {
      line.textContent = "";
    }
  }

  line.hidden = false;
  ask();
}());
